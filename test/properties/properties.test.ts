/** In one file: to load the program takes longer than any of these. */
import './metamorphic.ts';
import './monotone.ts';
