// Nothing to call: what stands in the sources takes the place of a function of Swift's when it is linked in.
#pragma once
