// Makeup
