/**
 * Reads the settings of Trunkline, all of which are named {@code trunkline.*}, through MicroProfile Config; the product's
 * defaults are in {@code META-INF/microprofile-config.properties} beside it. Knows no vendor: a platform's own settings are a
 * record in that platform's package.
 */
package dev.trunkline.config;
