/** The server's threads, for all who need some. Knows nothing of what runs on them. */
package dev.trunkline.threads;
