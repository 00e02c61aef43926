#include "image/motion_jpeg.hpp"

#include "decoded_picture.hpp"

#include <random>

#include <unistd.h>

using namespace decoded;

// A JPEG without its segments of one kind.
static Bytes without(const Bytes &file, uint8_t marker)
{
    Bytes result(file.begin(), file.begin() + 2);
    for (size_t at = 2;;) {
        const size_t length = 2 + static_cast<size_t>(file[at + 2] << 8 | file[at + 3]);
        if (file[at + 1] == 0xda) {
            result.insert(result.end(), file.begin() + static_cast<ptrdiff_t>(at), file.end());
            return result;
        }
        if (file[at + 1] != marker)
            result.insert(result.end(), file.begin() + static_cast<ptrdiff_t>(at),
                          file.begin() + static_cast<ptrdiff_t>(at + length));
        at += length;
    }
}

static Bytes camera_jpeg(uint32_t width = 64, uint32_t height = 48)
{
    return jpeg_of(painted::paint("YUYV", width, height, painted::meanings[0], 0, painted::ramp).view, 90);
}

static void U18_a_frame_without_huffman_tables_becomes_a_file_every_program_reads(void **)
{
    const Bytes whole = camera_jpeg();
    const Bytes bare = without(whole, 0xc4);
    assert_true(bare.size() < whole.size());
    const Bytes completed = jpeg_of(motion_jpeg(bare, 64, 48));
    assert_int_equal(completed.size(), whole.size() - 3 * 4);  // libjpeg writes the same tables as four segments
    assert_true(decode(completed).rgb == decode(whole).rgb);
    const Decoded png = decode_png(must(encode(motion_jpeg(bare, 64, 48), ImageType::png, 0)));
    assert_true(noise_ratio(png.rgb, 64, painted::ramp) > 37);
}

static void U18_a_complete_frame_passes_through_byte_by_byte(void **)
{
    const Bytes whole = camera_jpeg();
    assert_true(jpeg_of(motion_jpeg(whole, 64, 48), 10) == whole);
}

static void U18_bytes_behind_the_end_are_cut_off(void **)
{
    const Bytes whole = camera_jpeg();
    for (const Bytes &rubbish :
         {Bytes{0}, Bytes(1000, 0), Bytes{0xff}, Bytes{0xff, 0xd9}, Bytes{0xff, 0xd8, 0xff, 0xda, 0, 0}}) {
        Bytes longer = whole;
        longer.insert(longer.end(), rubbish.begin(), rubbish.end());
        assert_true(jpeg_of(motion_jpeg(longer, 64, 48)) == whole);
        must(encode(motion_jpeg(longer, 64, 48), ImageType::png, 0));
    }
}

static void U19_a_png_of_a_motion_jpeg_shows_what_a_viewer_shows(void **)
{
    const Bytes whole = camera_jpeg(61, 47);
    const Decoded png = decode_png(must(encode(motion_jpeg(whole, 61, 47), ImageType::png, 0)));
    assert_int_equal(png.width, 61);
    assert_int_equal(png.height, 47);
    assert_true(largest_difference(png.rgb, decode(whole).rgb) <= 1);
    // Whatever the driver says about colours, the JPEG knows better.
    PictureView view = motion_jpeg(whole, 61, 47);
    view.colorspace = V4L2_COLORSPACE_REC709;
    assert_true(decode_png(must(encode(view, ImageType::png, 0))).rgb == png.rgb);
}

static void U19_a_cut_off_frame_is_damaged_wherever_it_ends(void **)
{
    const Bytes whole = camera_jpeg();
    for (size_t size = 0; size < whole.size(); size++) {
        const Bytes cut(whole.begin(),
                        whole.begin() + static_cast<ptrdiff_t>(size));  // of its own, so that a read beyond shows
        for (ImageType type : {ImageType::png, ImageType::jpeg}) {
            auto file = encode(motion_jpeg(cut, 64, 48), type, 0);
            assert_false(bool(file));
            assert_true(file.failure().code == Code::image_data_damaged);
        }
    }
}

static void U19_picture_data_that_break_off_in_front_of_an_end_marker_are_damaged(void **)
{
    const Bytes whole = camera_jpeg();
    Bytes cut(whole.begin(), whole.end() - static_cast<ptrdiff_t>(whole.size() / 4));
    cut.push_back(0xff);
    cut.push_back(0xd9);
    auto file = encode(motion_jpeg(cut, 64, 48), ImageType::png, 0);
    assert_false(bool(file));
    assert_true(file.failure().code == Code::image_data_damaged);
    assert_true(file.failure().status() == Status::error_data);
}

// Nothing of the library prints: what it writes to stdout and stderr meanwhile is counted.
class Silence {
public:
    Silence()
    {
        std::fflush(nullptr);
        file_ = std::tmpfile();
        assert_non_null(file_);
        out_ = dup(1);
        error_ = dup(2);
        dup2(fileno(file_), 1);
        dup2(fileno(file_), 2);
    }
    long end()
    {
        std::fflush(nullptr);
        dup2(out_, 1);
        dup2(error_, 2);
        close(out_);
        close(error_);
        std::fseek(file_, 0, SEEK_END);
        const long size = std::ftell(file_);
        std::fclose(file_);
        return size;
    }

private:
    std::FILE *file_;
    int out_, error_;
};

static void U19_damage_anywhere_gives_a_picture_or_an_answer_and_prints_nothing(void **)
{
    const Bytes originals[] = {camera_jpeg(40, 24), without(camera_jpeg(40, 24), 0xc4)};
    std::mt19937 random(19);
    int good = 0, bad = 0, other = 0;
    Silence silence;
    for (int round = 0; round < 6000; round++) {
        Bytes bytes = originals[round % 2];
        for (uint32_t i = 0; i < 1 + random() % 4; i++)
            bytes[random() % bytes.size()] = static_cast<uint8_t>(random() % 3 ? random() : 0xff);
        if (random() % 8 == 0)
            bytes.resize(random() % bytes.size());
        auto file = encode(motion_jpeg(bytes, 40, 24), random() % 8 ? ImageType::png : ImageType::jpeg, 0);
        if (file)
            good++;
        else if (file.failure().code == Code::image_data_damaged)
            bad++;
        else
            other++;
    }
    const long printed = silence.end();
    assert_int_equal(printed, 0);
    assert_int_equal(other, 0);
    assert_true(good > 100);
    assert_true(bad > 1000);
}

static void U19_a_size_beyond_the_format_is_refused_before_memory_is_taken(void **)
{
    Bytes bomb = camera_jpeg();
    size_t header = 2;
    while (bomb[header + 1] != 0xc0)
        header += 2 + static_cast<size_t>(bomb[header + 2] << 8 | bomb[header + 3]);
    for (ImageType type : {ImageType::png, ImageType::jpeg})
        for (size_t side : {5u, 7u}) {  // height, width
            Bytes bytes = bomb;
            bytes[header + side] = 0xff;
            bytes[header + side + 1] = 0xdc;
            auto file = encode(motion_jpeg(bytes, 64, 48), type, 0);
            assert_false(bool(file));
            assert_true(file.failure().code == Code::image_data_damaged);
            assert_non_null(std::strstr(file.failure().message().c_str(), "65500"));
        }
    // Cameras that pad to whole blocks are not bombs; smaller ones are not either.
    must(encode(motion_jpeg(bomb, 60, 40), ImageType::png, 0));
    must(encode(motion_jpeg(bomb, 640, 480), ImageType::png, 0));
    assert_false(bool(encode(motion_jpeg(bomb, 48, 48), ImageType::png, 0)));
}

static void U19_a_file_with_hundreds_of_scans_is_refused(void **)
{
    Bytes file = made_by_libjpeg({"progressive", 1, 1, 1, true, JCS_GRAYSCALE}, 64, 64);
    // Repeat everything from the second scan on, up to the end marker.
    std::vector<size_t> scans;
    for (size_t i = 0; i + 1 < file.size(); i++)
        if (file[i] == 0xff && file[i + 1] == 0xda)
            scans.push_back(i);
    assert_true(scans.size() > 2);
    const Bytes scan(file.begin() + static_cast<ptrdiff_t>(scans[0]), file.begin() + static_cast<ptrdiff_t>(scans[1]));
    Bytes bomb(file.begin(), file.begin() + static_cast<ptrdiff_t>(scans[0]));
    for (int i = 0; i < 400; i++)
        bomb.insert(bomb.end(), scan.begin(), scan.end());
    bomb.push_back(0xff);
    bomb.push_back(0xd9);
    auto result = encode(motion_jpeg(bomb, 64, 64), ImageType::png, 0);
    assert_false(bool(result));
    assert_true(result.failure().code == Code::image_data_damaged);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U18_a_frame_without_huffman_tables_becomes_a_file_every_program_reads),
        cmocka_unit_test(U18_a_complete_frame_passes_through_byte_by_byte),
        cmocka_unit_test(U18_bytes_behind_the_end_are_cut_off),
        cmocka_unit_test(U19_a_png_of_a_motion_jpeg_shows_what_a_viewer_shows),
        cmocka_unit_test(U19_a_cut_off_frame_is_damaged_wherever_it_ends),
        cmocka_unit_test(U19_picture_data_that_break_off_in_front_of_an_end_marker_are_damaged),
        cmocka_unit_test(U19_damage_anywhere_gives_a_picture_or_an_answer_and_prints_nothing),
        cmocka_unit_test(U19_a_size_beyond_the_format_is_refused_before_memory_is_taken),
        cmocka_unit_test(U19_a_file_with_hundreds_of_scans_is_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
