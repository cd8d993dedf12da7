#pragma once

#include <stddef.h>
#include <stdint.h>

// JPEG pictures. libjpeg reports errors by a long jump out of its functions; the jump begins and ends in this target, so
// that it never passes over a frame of Swift's.

#define PICTURE_MESSAGE_LENGTH 200

typedef enum {
    PICTURE_OK = 0,
    /// The message says what is wrong with the bytes.
    PICTURE_DAMAGED = 1,
    PICTURE_OUT_OF_MEMORY = 2,
} picture_status;

typedef struct {
    uint32_t width;
    uint32_t height;
    /// What decoding gives: 1 gray, 3 RGB.
    uint32_t channels;
    char message[PICTURE_MESSAGE_LENGTH];
} picture_info;

/// Reads the header alone: the size of the picture, before any memory is taken for it.
picture_status picture_jpeg_header(const uint8_t *bytes, size_t count, picture_info *info);

/// Decodes into width × height × channels values, for the sizes that the header gave.
picture_status picture_jpeg_decode(const uint8_t *bytes, size_t count, picture_info *info, uint8_t *pixels);
