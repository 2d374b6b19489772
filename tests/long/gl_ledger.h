#pragma once

/// After a frame: the file that GL_LEDGER names says what is alive.
void writeLedger();
