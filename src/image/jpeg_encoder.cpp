#include "image/failures.hpp"
#include "image/jpeg.hpp"
#include "image/jpeg_trap.hpp"
#include "image/output.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

namespace v4lxx::image {

#ifdef HAVE_JPEG

namespace {

constexpr uint32_t strip_rows = 2 * DCTSIZE;  // of luma, at most

// All that the C part works with. It lives in a frame below the setjmp, so a longjmp destroys nothing.
struct EncoderJob {
    jpeg_compress_struct info;
    jpeg_destination_mgr destination;
    JpegTrap trap;
    const Rows *rows = nullptr;
    JpegShape shape;
    int quality = 90;
    Output output;
    JOCTET buffer[16384];
    // planes: row pointers of one strip into memory that is as wide as whole blocks; otherwise row[0][0] is one row.
    JSAMPROW row[3][strip_rows];
};

EncoderJob *job_of(j_compress_ptr info) { return static_cast<EncoderJob *>(info->client_data); }

}  // namespace

static void take_bytes(j_compress_ptr info, size_t size)
{
    EncoderJob *job = job_of(info);
    if (!job->output.append(job->buffer, size))
        ERREXIT1(info, JERR_OUT_OF_MEMORY, 0);
    job->destination.next_output_byte = job->buffer;
    job->destination.free_in_buffer = sizeof job->buffer;
}

static void set_destination(EncoderJob *job)
{
    job->destination.init_destination = [](j_compress_ptr info) {
        job_of(info)->destination.next_output_byte = job_of(info)->buffer;
        job_of(info)->destination.free_in_buffer = sizeof job_of(info)->buffer;
    };
    job->destination.empty_output_buffer = [](j_compress_ptr info) -> boolean {
        take_bytes(info, sizeof job_of(info)->buffer);
        return TRUE;
    };
    job->destination.term_destination = [](j_compress_ptr info) {
        take_bytes(info, sizeof job_of(info)->buffer - job_of(info)->destination.free_in_buffer);
    };
    job->info.dest = &job->destination;
}

static void repeat_last_byte(uint8_t *row, uint32_t used, uint32_t whole)
{
    std::memset(row + used, row[used - 1], whole - used);
}

static uint32_t blocks_up(uint32_t samples) { return (samples + DCTSIZE - 1) / DCTSIZE * DCTSIZE; }

// Fills one strip. What lies right of and below the picture repeats its edge, so that it costs no bits and shows no seam.
static void fill_strip(EncoderJob *job, uint32_t first_row) noexcept
{
    const JpegShape &shape = job->shape;
    const uint32_t chroma_width = (shape.width + shape.across - 1) / shape.across;
    const uint32_t chroma_height = (shape.height + shape.down - 1) / shape.down;
    for (uint32_t i = 0; i < shape.down * DCTSIZE; i++) {
        job->rows->read_first(std::min(first_row + i, shape.height - 1), job->row[0][i]);
        repeat_last_byte(job->row[0][i], shape.width, blocks_up(shape.width));
    }
    for (uint32_t i = 0; i < DCTSIZE; i++) {
        job->rows->read_chroma(std::min(first_row / shape.down + i, chroma_height - 1), job->row[1][i], job->row[2][i]);
        for (int plane = 1; plane < 3; plane++)
            repeat_last_byte(job->row[plane][i], chroma_width, blocks_up(chroma_width));
    }
}

static void write_strips(EncoderJob *job)
{
    JSAMPARRAY planes[3] = {job->row[0], job->row[1], job->row[2]};
    const uint32_t rows = job->shape.down * DCTSIZE;
    while (job->info.next_scanline < job->info.image_height) {
        fill_strip(job, job->info.next_scanline);
        jpeg_write_raw_data(&job->info, planes, rows);
    }
}

static void write_rows(EncoderJob *job)
{
    while (job->info.next_scanline < job->info.image_height) {
        if (job->shape.input == JpegInput::grey)
            job->rows->read_first(job->info.next_scanline, job->row[0][0]);
        else
            job->rows->read_triples(job->info.next_scanline, job->row[0][0]);
        jpeg_write_scanlines(&job->info, job->row[0], 1);
    }
}

// The only function with a setjmp: no object with a destructor lives in it or in what libjpeg calls back.
static bool write_jpeg(EncoderJob *job) noexcept
{
    if (setjmp(job->trap.jump) != 0)
        return false;
    jpeg_create_compress(&job->info);
    job->info.client_data = job;
    set_destination(job);
    const bool colour = job->shape.input != JpegInput::grey;
    job->info.image_width = job->shape.width;
    job->info.image_height = job->shape.height;
    job->info.input_components = colour ? 3 : 1;
    job->info.in_color_space = !colour ? JCS_GRAYSCALE : job->shape.input == JpegInput::rgb ? JCS_RGB : JCS_YCbCr;
    jpeg_set_defaults(&job->info);
    jpeg_set_quality(&job->info, job->quality, TRUE);
    if (colour) {
        job->info.comp_info[0].h_samp_factor = static_cast<int>(job->shape.across);
        job->info.comp_info[0].v_samp_factor = static_cast<int>(job->shape.down);
    }
    job->info.raw_data_in = job->shape.input == JpegInput::planes ? TRUE : FALSE;
    jpeg_start_compress(&job->info, TRUE);
    if (job->info.raw_data_in)
        write_strips(job);
    else
        write_rows(job);
    jpeg_finish_compress(&job->info);
    return true;
}

// Memory of one strip, or of one row.
static std::vector<uint8_t> rows_of(EncoderJob *job)
{
    const JpegShape &shape = job->shape;
    if (shape.input != JpegInput::planes) {
        std::vector<uint8_t> memory(size_t{shape.width} * 3);
        job->row[0][0] = memory.data();
        return memory;
    }
    const size_t luma = blocks_up(shape.width), chroma = blocks_up((shape.width + shape.across - 1) / shape.across);
    std::vector<uint8_t> memory(luma * strip_rows + chroma * 2 * DCTSIZE);
    uint8_t *next = memory.data();
    for (uint32_t i = 0; i < strip_rows; i++, next += luma)
        job->row[0][i] = next;
    for (int plane = 1; plane < 3; plane++)
        for (uint32_t i = 0; i < DCTSIZE; i++, next += chroma)
            job->row[plane][i] = next;
    return memory;
}

Result<std::vector<uint8_t>> encode_jpeg(const Rows &rows, const JpegShape &shape, uint32_t quality)
{
    if (shape.width == 0 || shape.height == 0 || shape.width > JPEG_MAX_DIMENSION || shape.height > JPEG_MAX_DIMENSION)
        return encoder_failed("libjpeg", "a JPEG is 1 to 65500 pixels wide and high");
    auto job = std::make_unique<EncoderJob>();
    std::memset(&job->info, 0, sizeof job->info);
    job->info.err = set_trap(&job->trap);
    job->rows = &rows;
    job->shape = shape;
    job->quality = static_cast<int>(quality);
    const std::vector<uint8_t> memory = rows_of(job.get());
    const bool written = write_jpeg(job.get());
    jpeg_destroy_compress(&job->info);
    if (!written)
        return job->output.out_of_memory ? out_of_memory() : encoder_failed("libjpeg", job->trap.message);
    return std::move(job->output.bytes);
}

#else

Result<std::vector<uint8_t>> encode_jpeg(const Rows &, const JpegShape &, uint32_t) { return not_built("JPEG"); }

#endif

namespace {

class RgbRows final : public Rows {
public:
    RgbRows(const uint8_t *rgb, uint32_t width) : rgb_(rgb), row_bytes_(size_t{width} * 3) {}
    void read_triples(uint32_t row, uint8_t *out) const noexcept override
    {
        std::memcpy(out, rgb_ + row * row_bytes_, row_bytes_);
    }
    void read_first(uint32_t, uint8_t *) const noexcept override {}
    void read_chroma(uint32_t, uint8_t *, uint8_t *) const noexcept override {}

private:
    const uint8_t *rgb_;
    size_t row_bytes_;
};

}  // namespace

std::vector<uint8_t> jpeg_from_rgb(const uint8_t *rgb, uint32_t width, uint32_t height)
{
    if (rgb == nullptr)
        return {};
    const JpegShape shape{width, height, JpegInput::rgb, 2, 1};  // 4:2:2, as most cameras send it
    auto jpeg = encode_jpeg(RgbRows(rgb, width), shape, default_quality);
    return jpeg ? std::move(*jpeg) : std::vector<uint8_t>();
}

}  // namespace v4lxx::image
