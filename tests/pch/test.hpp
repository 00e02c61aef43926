// What most tests include, compiled once for all of a folder: reading it takes longer than compiling the test behind it. A test includes what
// it needs all the same.
#pragma once

#include "support/baseline.hpp"
#include "support/camera.hpp"
#include "support/check.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
