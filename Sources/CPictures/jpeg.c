#include "pictures.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

/// The error handler with the place to jump to.
typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf place;
    char *message;
    bool is_memory;
} handler;

/// Scans of a progressive picture beyond this are an attack: real ones have about ten.
enum { MOST_SCANS = 500 };

static void leave(j_common_ptr info) {
    handler *h = (handler *)info->err;
    char text[JMSG_LENGTH_MAX];
    h->base.format_message(info, text);
    snprintf(h->message, PICTURE_MESSAGE_LENGTH, "%s", text);
    h->is_memory = h->base.msg_code == JERR_OUT_OF_MEMORY;
    longjmp(h->place, 1);
}

/// Warnings after which the picture would be made up are errors; the others leave a whole picture.
static void hear(j_common_ptr info, int level) {
    if (level >= 0) return;
    switch (info->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_BOGUS_PROGRESSION:
        leave(info);
        break;
    default:
        info->err->num_warnings += 1;
    }
}

static void be_silent(j_common_ptr info) { (void)info; }

static void watch(j_common_ptr info) {
    j_decompress_ptr d = (j_decompress_ptr)info;
    if (d->input_scan_number > MOST_SCANS) ERREXIT(info, JERR_BAD_PROGRESSION);
}

/// Reads the header; pixels follow if there is a place for them.
static picture_status run(const uint8_t *bytes, size_t count, picture_info *info, uint8_t *pixels) {
    struct jpeg_decompress_struct decoder;
    struct jpeg_progress_mgr progress = {.progress_monitor = watch};
    handler h = {.message = info->message};
    uint8_t *volatile row = NULL;
    info->message[0] = 0;
    decoder.err = jpeg_std_error(&h.base);
    h.base.error_exit = leave;
    h.base.emit_message = hear;
    h.base.output_message = be_silent;
    if (setjmp(h.place)) {
        jpeg_destroy_decompress(&decoder);
        free(row);
        return h.is_memory ? PICTURE_OUT_OF_MEMORY : PICTURE_DAMAGED;
    }
    jpeg_create_decompress(&decoder);
    decoder.progress = &progress;
    jpeg_mem_src(&decoder, bytes, count);
    jpeg_read_header(&decoder, TRUE);
    bool is_cmyk = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
    bool is_gray = decoder.jpeg_color_space == JCS_GRAYSCALE;
    decoder.out_color_space = is_cmyk ? JCS_CMYK : is_gray ? JCS_GRAYSCALE : JCS_RGB;
    uint32_t channels = is_gray ? 1 : 3;
    if (pixels == NULL) {
        info->width = decoder.image_width;
        info->height = decoder.image_height;
        info->channels = channels;
        jpeg_destroy_decompress(&decoder);
        return PICTURE_OK;
    }
    jpeg_start_decompress(&decoder);
    // The caller's memory was made for what the header said the first time.
    if (decoder.output_width != info->width || decoder.output_height != info->height || channels != info->channels)
        ERREXIT(&decoder, JERR_BAD_LENGTH);
    size_t width = decoder.output_width, stride = width * channels;
    if (is_cmyk) {
        row = malloc(width * 4);
        if (row == NULL) ERREXIT1(&decoder, JERR_OUT_OF_MEMORY, 0);
    }
    while (decoder.output_scanline < decoder.output_height) {
        uint8_t *out = pixels + (size_t)decoder.output_scanline * stride;
        JSAMPROW target = is_cmyk ? row : out;
        if (jpeg_read_scanlines(&decoder, &target, 1) != 1) ERREXIT(&decoder, JERR_INPUT_EOF);
        if (!is_cmyk) continue;
        // Adobe's programs store inks inverted: 255 is none.
        uint8_t turn = decoder.saw_Adobe_marker ? 0 : 255;
        for (size_t x = 0; x < width; x++) {
            unsigned black = row[4 * x + 3] ^ turn;
            for (size_t c = 0; c < 3; c++) out[3 * x + c] = (uint8_t)(((row[4 * x + c] ^ turn) * black + 127) / 255);
        }
    }
    jpeg_finish_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
    free(row);
    return PICTURE_OK;
}

picture_status picture_jpeg_header(const uint8_t *bytes, size_t count, picture_info *info) {
    return run(bytes, count, info, NULL);
}

picture_status picture_jpeg_decode(const uint8_t *bytes, size_t count, picture_info *info, uint8_t *pixels) {
    return run(bytes, count, info, pixels);
}
