#pragma once

// What nearly every test includes, compiled once a target: GoogleTest alone takes longer to read than most tests.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
