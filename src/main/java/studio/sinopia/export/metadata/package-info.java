/**
 * What pictures of other tools say about how they were made: finding the texts in PNG, JPEG and WebP files, and reading
 * each tool's way of saying it. Nothing found there is ever carried out. What Sinopia itself writes is in
 * {@code export}.
 */
@NullMarked
package studio.sinopia.export.metadata;

import org.jspecify.annotations.NullMarked;
