#pragma once
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

/// `g_object_unref` is a macro around a generic call that Swift cannot see.
static inline void rollcall_unref(void *object) { g_object_unref(object); }
