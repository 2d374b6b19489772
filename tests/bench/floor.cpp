// The least that any program with a window and OpenGL 3.3 has to pay on this machine: it opens one of the same size,
// draws one textured quad with a trivial shader, traces that it is ready, as the wall does, and waits.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <glad/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace {

constexpr const char* kVertex = R"(#version 330 core
out vec2 at;
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    at = corner;
    gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
})";

constexpr const char* kFragment = R"(#version 330 core
in vec2 at;
out vec4 colour;
uniform sampler2D picture;
void main() { colour = texture(picture, at); })";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

void drawQuad(int width, int height) {
    const GLuint program = glCreateProgram();
    glAttachShader(program, compile(GL_VERTEX_SHADER, kVertex));
    glAttachShader(program, compile(GL_FRAGMENT_SHADER, kFragment));
    glLinkProgram(program);
    GLuint vertices = 0;
    glGenVertexArrays(1, &vertices);
    glBindVertexArray(vertices);
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    const std::array<unsigned char, 16> pixels{200, 60, 60, 255, 60, 200, 60, 255, 60, 60, 200, 255, 200, 200, 60, 255};
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 2, 2, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glViewport(0, 0, width, height);
    glUseProgram(program);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2; // WIDTH HEIGHT TRACE
    const int width = std::atoi(argv[1]);
    const int height = std::atoi(argv[2]);
    if (glfwInit() != GLFW_TRUE) return 4;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    GLFWwindow* window = glfwCreateWindow(width, height, "Floor", nullptr, nullptr);
    if (window == nullptr) return 4;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(0);
    if (gladLoadGL(glfwGetProcAddress) == 0) return 4;
    drawQuad(width, height);
    glfwSwapBuffers(window);
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    std::FILE* trace = std::fopen(argv[3], "a");
    if (trace == nullptr) return 3;
    std::fprintf(trace, "{\"event\":\"ready\",\"t\":%.3f}\n",
                 static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6);
    std::fclose(trace);
    while (glfwWindowShouldClose(window) == 0) glfwWaitEvents();
    glfwTerminate();
    return 0;
}
