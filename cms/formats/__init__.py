"""How dates and times are written where no template says it. Django looks them up here: FORMAT_MODULE_PATH."""
