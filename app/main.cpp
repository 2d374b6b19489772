#include "app/program.h"

int main(int argc, char** argv) { return sightline::runProgram(argc, argv); }
