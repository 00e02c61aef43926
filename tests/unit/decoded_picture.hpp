// What a test sees of an encoded picture: its pixels, through libjpeg and libpng as any viewer uses them.
#pragma once

#include "image/jpeg.hpp"
#include "painted_picture.hpp"
#include "pipeline/picture.hpp"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <setjmp.h>
#include <vector>

#include <jpeglib.h>
#include <png.h>

extern "C" {
#include <cmocka.h>
}

namespace decoded {

using namespace v4lxx;
using namespace v4lxx::image;
using namespace v4lxx::pipeline;
using Bytes = std::vector<uint8_t>;

struct Decoded {
    uint32_t width = 0, height = 0;
    int across = 0, down = 0, components = 0;
    Bytes rgb;
};

// As any viewer does: libjpeg to RGB. libjpeg ends the program where it cannot.
inline Decoded decode(const Bytes &file)
{
    jpeg_decompress_struct info;
    jpeg_error_mgr errors;
    info.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, file.data(), static_cast<unsigned long>(file.size()));
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_RGB;
    Decoded result;
    result.width = info.image_width;
    result.height = info.image_height;
    result.components = info.num_components;
    result.across = info.comp_info[0].h_samp_factor;
    result.down = info.comp_info[0].v_samp_factor;
    jpeg_start_decompress(&info);
    result.rgb.resize(size_t{result.width} * result.height * 3);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = &result.rgb[size_t{info.output_scanline} * result.width * 3];
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    assert_int_equal(errors.num_warnings, 0);
    jpeg_destroy_decompress(&info);
    return result;
}

inline Bytes must(Result<Bytes> file)
{
    if (!file)
        fail_msg("%s", file.failure().message().c_str());
    return std::move(*file);
}

inline Bytes jpeg_of(const PictureView &picture, uint32_t quality = 95)
{
    return must(encode(picture, ImageType::jpeg, quality));
}

inline PictureView motion_jpeg(const Bytes &bytes, uint32_t width, uint32_t height)
{
    PictureView view;
    view.fourcc = data::fourcc_of("MJPEG");
    view.width = width;
    view.height = height;
    view.colorspace = V4L2_COLORSPACE_SRGB;
    view.plane_count = 1;
    view.planes[0] = {bytes.data(), bytes.size(), 0};
    return view;
}

inline Decoded decode_png(const Bytes &file)
{
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    assert_true(png_image_begin_read_from_memory(&image, file.data(), file.size()) != 0);
    image.format = PNG_FORMAT_RGB;
    Decoded result;
    result.width = image.width;
    result.height = image.height;
    result.rgb.resize(PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, nullptr, result.rgb.data(), 0, nullptr) != 0);
    return result;
}

inline int largest_difference(const Bytes &a, const Bytes &b)
{
    assert_int_equal(a.size(), b.size());
    int largest = 0;
    for (size_t i = 0; i < a.size(); i++)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

inline double noise_ratio(const Bytes &picture, uint32_t width, const painted::Painter &painter)
{
    double squares = 0;
    for (size_t i = 0; i < picture.size(); i++) {
        const auto pixel = static_cast<uint32_t>(i / 3);
        const double error = picture[i] - painter(pixel % width, pixel / width)[i % 3];
        squares += error * error;
    }
    return 10 * std::log10(255.0 * 255.0 * static_cast<double>(picture.size()) / std::max(squares, 1e-9));
}

struct Kind {
    const char *name;
    int components, across, down;
    bool progressive;
    J_COLOR_SPACE space;
};

inline Bytes made_by_libjpeg(const Kind &kind, uint32_t width, uint32_t height)
{
    jpeg_compress_struct info;
    jpeg_error_mgr errors;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char *memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &memory, &size);
    info.image_width = width;
    info.image_height = height;
    info.input_components = kind.components;
    info.in_color_space = kind.components == 1 ? JCS_GRAYSCALE : kind.components == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_colorspace(&info, kind.space);
    jpeg_set_quality(&info, 95, TRUE);
    info.comp_info[0].h_samp_factor = kind.across;
    info.comp_info[0].v_samp_factor = kind.down;
    if (kind.progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    Bytes row(size_t{width} * 4);
    while (info.next_scanline < height) {
        for (uint32_t x = 0; x < width; x++)
            for (size_t i = 0; i < static_cast<size_t>(kind.components); i++)
                row[x * static_cast<size_t>(kind.components) + i] =
                    painted::rounded(painted::ramp(x, info.next_scanline)[i % 3]);
        JSAMPROW pointer = row.data();
        jpeg_write_scanlines(&info, &pointer, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    const Bytes result(memory, memory + size);
    std::free(memory);
    return result;
}

}  // namespace decoded
