#pragma once

/// After a frame: the file that GL_LEDGER names says what is alive.
void writeLedger();

/// What the wall gets instead of a function of OpenGL's; nullptr: nothing (saboteur.cpp).
void (*sabotagedProcAddress(const char* name))();
