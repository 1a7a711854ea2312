export { openWithoutPosition } from './open-without-position.js';
export { isPicture, toJpeg, type Frame } from './pictures.js';
export { withoutPosition } from './position.js';
