#include "src/cli/inbox_options.hpp"

namespace scrub837::cli {

void add_folders(boost::program_options::options_description& description, InboxOptions& wanted) {
  namespace options = boost::program_options;
  description.add_options()                                                                                 //
      ("inbox", options::value(&wanted.inbox)->value_name("DIR"), "where files arrive")                     //
      ("out,o", options::value(&wanted.out)->value_name("DIR"), "folder for the outputs")                   //
      ("archive", options::value(&wanted.archive)->value_name("DIR"), "where files go when they are done")  //
      ("quarantine", options::value(&wanted.quarantine)->value_name("DIR"),
       "where files go that are no X12, each with its reason");
}

}  // namespace scrub837::cli
