/* Sizes, offsets and numbers of the headers are those of abi/v0/api.json, in whatever data model this is compiled for. */
#include <stddef.h>
#include <v4lxx/v4lxx.h>

#include "layout_asserts.h"

extern int layout_asserts_hold;
int layout_asserts_hold = 1;
