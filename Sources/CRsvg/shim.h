// What is used of librsvg, declared here: its own headers bring GLib's and Cairo's types along, and Swift would see each
// of them twice, here and in CPixbuf and CCairo. Its interface has been stable since 2.52.
#pragma once

typedef struct PaibanDrawing PaibanDrawing;
typedef struct { double length; int unit; } PaibanDrawingLength;
typedef struct { double x, y, width, height; } PaibanDrawingRect;

PaibanDrawing *paiban_drawing_parse(const unsigned char *data, unsigned long size, void *error)
    __asm__("rsvg_handle_new_from_data");
int paiban_drawing_pixels(PaibanDrawing *drawing, double *width, double *height)
    __asm__("rsvg_handle_get_intrinsic_size_in_pixels");
void paiban_drawing_dimensions(
    PaibanDrawing *drawing, int *has_width, PaibanDrawingLength *width, int *has_height, PaibanDrawingLength *height,
    int *has_view_box, PaibanDrawingRect *view_box) __asm__("rsvg_handle_get_intrinsic_dimensions");
int paiban_drawing_render(PaibanDrawing *drawing, void *cairo, const PaibanDrawingRect *room, void *error)
    __asm__("rsvg_handle_render_document");
void paiban_drawing_close(PaibanDrawing *drawing) __asm__("g_object_unref");
