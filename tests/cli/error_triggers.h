/* The triggers that are code, C and C++: each makes one error, which is printed. */
#ifndef ERROR_TRIGGERS_H
#define ERROR_TRIGGERS_H

#include <v4lxx/v4lxx.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Prints "wanted got message", the message as one line, and frees the error. */
void report(v4lxx_code wanted, v4lxx_error *error);
void run_c_triggers(void);

#ifdef __cplusplus
}
#endif
#endif
