/** Two demo ISPs, their vendors and their subscribers' equipment. Begin at {@link io.mtandao.demo.internal.Demo}. */
package io.mtandao.demo.internal;
