package io.spillway.relief.gate;

import io.spillway.fleet.RequestClass;

/// What one class asks for and gets, over all balancers.
///
/// @param kind the class
/// @param offered requests per second that are asked for, NaN if unknown
/// @param admitted requests per second that reach servers, NaN if unknown
public record ClassLoad(RequestClass kind, double offered, double admitted) {}
