export { readLayout } from './domain/layout/layout.js';
