#pragma once

namespace sightline::testing_support {

/// The project's own folder, to read what tests compare with.
extern const char* const kSourceDir;
/// The program that was built, to run it.
extern const char* const kBinary;
/// A library that makes the program fail on purpose when it is loaded into it (tests/long/saboteur.cpp).
extern const char* const kSaboteur;
/// The library that plays a panel (tests/window/fake_display), to be loaded before the program's own.
extern const char* const kFakeDisplay;
/// The same program, which some snapshots stop (tests/window/failing).
extern const char* const kFailingBinary;
/// What tests/faults makes fail.
extern const char* const kFaultSubject;

} // namespace sightline::testing_support
