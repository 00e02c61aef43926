/* SPDX-License-Identifier: MIT */
/* Mistakes: each is refused with a status, or by the compiler. */
#include "runner.h"

void do_bad(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    (void)objects;
    set_broken(outcome, "there is no mistake '%s'", step->words[1]);
}
