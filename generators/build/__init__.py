"""The build pipeline: read, check, assemble, post-process, finalise, release, publish, verify."""
