#pragma once

namespace scrub837::cli {

/// From now on SIGTERM and SIGINT ask the run to stop, and do not end it.
void heed_stop_signals();
/// Whether one of them came.
[[nodiscard]] bool stop_is_asked();

/// Ends the work on an input, of which nothing is published.
struct StopAsked {};

}  // namespace scrub837::cli
