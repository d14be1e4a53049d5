#pragma once
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <pango/pangocairo.h>

/// `g_object_unref` is a macro around a generic call that Swift cannot see.
static inline void rollcall_unref(void *object) { g_object_unref(object); }
