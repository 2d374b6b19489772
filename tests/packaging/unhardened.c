/* A program that is built without anything that makes mistakes hard to use: what hardening.sh has to find. */
#include <stdio.h>
#include <string.h>

int main(int count, char **words) {
    char copy[64];
    strncpy(copy, words[0], sizeof copy - 1);
    copy[sizeof copy - 1] = '\0';
    return printf("%d %s\n", count, copy) < 0;
}
