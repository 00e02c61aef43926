/* Frames that are missing in a driver's numbers. */
#ifndef LOST_FRAMES_H
#define LOST_FRAMES_H

#include <stdint.h>

/* Between two frames, by their numbers. Drivers repeat a number now and then: that is no frame less. */
static inline uint32_t lost_between(uint32_t last, uint32_t number)
{
    const int32_t step = (int32_t)(number - last);
    return step > 1 ? (uint32_t)step - 1 : 0;
}

#endif
