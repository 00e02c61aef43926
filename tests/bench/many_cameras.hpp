// A line of stream_times.cpp.
#pragma once

bool bar1f_sixteen_cameras_of_240_frames_a_second_beside_sixteen_bare_timers();
