#include "image/failures.hpp"
#include "image/jpeg.hpp"
#include "image/jpeg_trap.hpp"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

namespace v4lxx::image {

#ifdef HAVE_JPEG

namespace {

constexpr int most_scans = 100;  // a progressive file may ask for any number of passes over the whole picture

// All that the C part works with. It lives in a frame below the setjmp, so a longjmp destroys nothing.
struct DecoderJob {
    jpeg_decompress_struct info;
    jpeg_progress_mgr progress;
    JpegTrap trap;
    const uint8_t *data = nullptr;
    size_t size = 0;
    uint32_t width = 0, height = 0;
    uint8_t *samples = nullptr;
    bool small_luma = false;            // an eighth of the size, grey
    size_t room = 0, sample_count = 0;  // samples: what fits, what was written
    JpegMeaning meaning = JpegMeaning::yuv;
    const char *refused = nullptr;
};

}  // namespace

static void count_scans(j_common_ptr info)
{
    auto *decoder = reinterpret_cast<j_decompress_ptr>(info);
    if (decoder->input_scan_number > most_scans)
        ERREXIT(decoder, JERR_BAD_PROGRESSION);
}

static bool choose_output(DecoderJob *job)
{
    switch (job->info.jpeg_color_space) {
    case JCS_GRAYSCALE:
        job->info.out_color_space = JCS_GRAYSCALE;
        job->meaning = JpegMeaning::grey;
        return true;
    case JCS_YCbCr:
        job->info.out_color_space = JCS_YCbCr;
        job->meaning = JpegMeaning::yuv;
        return true;
    case JCS_RGB:
        job->info.out_color_space = JCS_RGB;
        job->meaning = JpegMeaning::rgb;
        return true;
    default: job->refused = "its colours are neither grey, YCbCr nor RGB"; return false;
    }
}

// The only function with a setjmp: no object with a destructor lives in it or in what libjpeg calls back.
static bool read_jpeg(DecoderJob *job) noexcept
{
    if (setjmp(job->trap.jump) != 0)
        return false;
    jpeg_create_decompress(&job->info);
    job->progress.progress_monitor = count_scans;
    job->info.progress = &job->progress;
    jpeg_mem_src(&job->info, job->data, static_cast<unsigned long>(job->size));
    jpeg_read_header(&job->info, TRUE);
    if (!choose_output(job))
        return false;
    if (job->info.image_width != job->width || job->info.image_height != job->height) {
        job->refused = "its size is not what its header says";
        return false;
    }
    if (job->small_luma) {
        job->info.out_color_space = JCS_GRAYSCALE;
        job->info.scale_num = 1;
        job->info.scale_denom = 8;
    }
    jpeg_start_decompress(&job->info);
    const size_t row_bytes = size_t{job->info.output_width} * static_cast<size_t>(job->info.output_components);
    job->sample_count = row_bytes * job->info.output_height;
    if (job->sample_count > job->room) {
        job->refused = "it is larger than its header says";
        return false;
    }
    while (job->info.output_scanline < job->info.output_height) {
        JSAMPROW row = job->samples + job->info.output_scanline * row_bytes;
        jpeg_read_scanlines(&job->info, &row, 1);
    }
    return !job->trap.damaged;
}

static Result<std::unique_ptr<DecoderJob>> run_decoder(const std::vector<uint8_t> &jpeg, uint32_t width, uint32_t height,
                                                       bool small_luma, std::vector<uint8_t> &samples)
{
    auto job = std::make_unique<DecoderJob>();
    std::memset(&job->info, 0, sizeof job->info);
    std::memset(&job->progress, 0, sizeof job->progress);
    job->info.err = set_trap(&job->trap);
    job->data = jpeg.data();
    job->size = jpeg.size();
    job->width = width;
    job->height = height;
    job->samples = samples.data();
    job->room = samples.size();
    job->small_luma = small_luma;
    const bool read = read_jpeg(job.get());
    jpeg_destroy_decompress(&job->info);
    if (!read)
        return damaged(std::string("the JPEG cannot be read: ") + (job->refused != nullptr ? job->refused : job->trap.message));
    return job;
}

Result<DecodedJpeg> decode_jpeg(const std::vector<uint8_t> &jpeg, uint32_t width, uint32_t height)
{
    DecodedJpeg picture;
    if (uint64_t{width} * height > SIZE_MAX / 3)
        return out_of_memory();
    picture.samples.resize(size_t{width} * height * 3);
    auto job = run_decoder(jpeg, width, height, false, picture.samples);
    if (!job)
        return std::move(job).failure();
    picture.width = width;
    picture.height = height;
    picture.meaning = (*job)->meaning;
    return picture;
}

Result<std::vector<uint8_t>> decode_small_luma(const std::vector<uint8_t> &jpeg, uint32_t width, uint32_t height)
{
    // Sides are at most 65535, so this is below 2^32.
    std::vector<uint8_t> samples(size_t{(width + 7) / 8} * ((height + 7) / 8));
    auto job = run_decoder(jpeg, width, height, true, samples);
    if (!job)
        return std::move(job).failure();
    samples.resize((*job)->sample_count);
    return samples;
}

#else

Result<std::vector<uint8_t>> decode_small_luma(const std::vector<uint8_t> &, uint32_t, uint32_t) { return not_built("JPEG"); }

Result<DecodedJpeg> decode_jpeg(const std::vector<uint8_t> &, uint32_t, uint32_t) { return not_built("JPEG"); }

#endif

}  // namespace v4lxx::image
