#pragma once
#include <stdbool.h>
#include <stdint.h>

/// The loops that training and attacks spend their time in, for three kinds of CPU.
///
/// Every path gives the same bits. An element of a product is one chain of fused multiply-adds in the order of k, so
/// the width of the lanes does not matter; everything else is plain multiplication, addition, division and square root,
/// never contracted, and sums run in one written order. No function calls the C library's exp or log.
///
/// Matrices are row-major floats; counts are elements. Pointers of one call must not overlap unless said so.

/// Which instructions a call may use.
typedef enum {
  /// Any CPU.
  rk_scalar = 0,
  /// AVX2 and FMA.
  rk_avx2 = 1,
  /// AVX-512F.
  rk_avx512 = 2,
} rk_path;

/// The widest path that this CPU supports.
rk_path rk_best_path(void);

/// Whether this CPU supports `path`: 1 or 0. A call on a path that it does not support is undefined.
int rk_supports(rk_path path);

/// The floats of scratch that a product over `k` needs.
static inline long rk_pack_count(long k) { return 32 * k; }

/// c = alpha a b + beta c, where a is m x k, b is k x n and c is m x n.
///
/// Element (i, j) of a lies at `a[i * a_row + j * a_column]`, and so for b: exchange the strides to transpose. Rows of
/// c are contiguous and `c_row` apart. Where beta is 0, c is not read. `pack` holds `rk_pack_count(k)` floats.
void rk_gemm(
  rk_path path, long m, long n, long k, float alpha, const float *a, long a_row, long a_column, const float *b,
  long b_row, long b_column, float beta, float *c, long c_row, float *pack);

/// out = e^in, with in held in -87...88; within 2 units in the last place. `out` may be `in`.
void rk_exp(rk_path path, long count, const float *in, float *out);

/// Softmax and cross-entropy of `rows` x `classes` logits, in nats.
///
/// `gradient` = (softmax - one-hot of the label), and `loss` = the sum over the rows of -ln p(label). `gradient` may be
/// `logits`.
void rk_softmax_gradient(
  rk_path path, long rows, long classes, const float *logits, const int32_t *labels, float *gradient, double *loss);

/// x = max(x, 0); what is no number stays so.
void rk_relu(rk_path path, long count, float *x);

/// delta = 0 where activation is 0 or less.
void rk_relu_gradient(rk_path path, long count, const float *activation, float *delta);

/// x = tanh x, to within 2^-22.
void rk_tanh(rk_path path, long count, float *x);

/// delta = delta (1 - activation^2).
void rk_tanh_gradient(rk_path path, long count, const float *activation, float *delta);

/// squares[i] = the sum of squares of row i, in the order of sixteen lanes.
void rk_row_squares(rk_path path, long rows, long columns, const float *x, float *squares);

/// x[i][j] = scales[i] x[i][j].
void rk_scale_rows(rk_path path, long rows, long columns, const float *scales, float *x);

/// Adds `row` to each of the rows of `x`.
void rk_add_row(rk_path path, long rows, long columns, const float *row, float *x);

/// sums = scale times the sum of the rows of `x`, from first to last.
void rk_column_sums(rk_path path, long rows, long columns, float scale, const float *x, float *sums);

/// A batch of images of one size: pixel after pixel, the channels of a pixel together.
typedef struct {
  long count, height, width, channels;
} rk_images;

/// For each pixel a row of the (2 reach + 1)^2 pixels around it, zeros beyond the border: pixels x (side^2 channels).
void rk_unfold_rows(rk_path path, rk_images in, int reach, const float *x, float *out);

/// The same, transposed: (side^2 channels) x pixels. Quicker where channels are few.
void rk_unfold_planes(rk_path path, rk_images in, int reach, const float *x, float *out);

/// The reverse of `rk_unfold_rows`: x = the sum of what each row holds of a pixel, in the order of the rows.
void rk_fold_rows(rk_path path, rk_images in, int reach, const float *rows, float *x);

/// The most of each 2 x 2 pixels and 0; a last odd row or column is left out.
void rk_rectified_pool(rk_path path, rk_images in, const float *x, float *out);

/// What `delta`, the gradient by `out`, comes to by x: the first of equal ones takes it.
void rk_rectified_pool_gradient(
  rk_path path, rk_images in, const float *x, const float *out, const float *delta, float *below);

/// Adds `scale` times independent standard normals, a function of key and counter, to x.
///
/// 128 counters serve 256 numbers. For simulation: the generator is no cryptographic one, and no number exceeds 5.8.
///
/// - Source: Box and Muller, "A note on the generation of random normal deviates", 1958.
void rk_add_normals(rk_path path, long count, uint32_t key, uint32_t counter, float scale, float *x);

/// What stays the same for all weights of one Adam step.
typedef struct {
  /// The learning rate over 1 - beta1^t.
  float rate;
  /// 1 over the root of 1 - beta2^t.
  float root_scale;
  float beta1, beta2, epsilon;
  /// L2: the gradient gains decay times the weight.
  float decay;
} rk_adam_step;

/// One step of Adam: Kingma and Ba, "Adam: A method for stochastic optimization", 2015, algorithm 1.
void rk_adam(
  rk_path path, long count, rk_adam_step step, const float *gradient, float *weights, float *first, float *second);

/// One step of gradient descent with momentum: velocity = momentum velocity + gradient + decay weights, weights -= rate
/// velocity.
void rk_sgd(
  rk_path path, long count, float rate, float momentum, float decay, const float *gradient, float *weights,
  float *velocity);

/// What is made of the sums of one side: a value a record.
typedef struct {
  double *counts, *means, *deviations;
} rk_moments;

/// largest = max(largest, the bits of |value|), which order as the values do; what is no number is largest of all.
void rk_largest(rk_path path, long records, const double *values, uint64_t *largest);

/// The steps a unit, powers of two, in which exact sums of 2^models_exponent values fit.
///
/// 2^(55 - models_exponent) where no value reaches 128, fewer where one does. Returns the first record that has a value
/// which is no finite number, or -1.
long rk_grids(long records, int models_exponent, const uint64_t *largest, double *grids);

/// Exact sums over models, in whole steps of each record's grid: eight arrays of a number a record.
///
/// Of all models, then of those that trained on the record: how many, the sum, and the sum of squares in ones and in
/// 2^64s. Arrays begin `stride` after one another.
enum { rk_moments_sums = 8 };

/// Adds each record's value to its sums.
void rk_moments_add(
  rk_path path, long records, const double *values, const bool *trained, const double *grids, long stride,
  uint64_t *sums);

/// Counts, means and standard deviations (over the count) of both sides, outside first, with up to two models' values
/// taken away again, and each side's least count. The stride of the sums is `records`; no array overlaps another.
///
/// They are functions of the exact sums, so that neither the order of the values nor which of the two models stood on
/// which side can show in a bit of them.
void rk_fit_sides(
  rk_path path, long records, const uint64_t *sums, const double *grids, int left_out, const double *const *values,
  const bool *const *trained, const rk_moments *out, uint64_t *fewest);

/// Rounds each value to a whole number of steps.
void rk_to_grid(rk_path path, long records, const double *grids, const double *values, double *out);

/// Adds values to sums, and what was rounded off to rests: sum + rest does not depend on the order.
void rk_add(rk_path path, long records, const double *values, double *sums, double *rests);

/// Likewise of the records on one side, which are counted.
///
/// Membership is random, so a branch on it would be mispredicted half the time: a weight of 0 or 1 is multiplied in.
void rk_add_side(
  rk_path path, long records, const double *values, const bool *trained, bool wanted, double *sums, double *rests,
  double *counts);

/// The loss of a linear model of two classes and its slope, where most columns are one-hot.
///
/// `x` is rows x `numbers`, `levels` rows x `codes`, each the place of the level that holds. A record's logit is `bias`
/// + x . weights + the sum of its levels' weights; its label is 0 or 1. Over the rows, with r = p - label:
/// `slope` = sum of r x, r is added to `level_slope` of each level that holds, `bias_slope` = sum of r. The loss is
/// `linear` + the sum of the logarithms of `products`, of which there is one for each 64 rows. e^-|z| is a Float32's.
void rk_logistic_mixed(
  rk_path path, long rows, long numbers, long codes, const double *x, const int32_t *levels, const int32_t *labels,
  const double *weights, const double *level_weights, double bias, double *slope, double *level_slope,
  double *bias_slope, double *linear, double *products);

/// x = ln x, for normal numbers above 0: the bits of `Elementary.log`; infinity and what is no number stay so.
void rk_logs(rk_path path, long count, double *x);

/// Normals, one a record; `floor` is added to each deviation.
typedef struct {
  const double *means, *deviations;
  double floor;
} rk_normals;

/// out = ln of the density at x of the first normal less that of the second.
void rk_density_ratio(
  rk_path path, long count, const double *x, rk_normals first, rk_normals second, double *out);
