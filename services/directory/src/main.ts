import 'reflect-metadata';
import { loadConfig } from '@intervia/config';
import { bootDirectory } from './boot.js';
import { DirectoryEnv } from './directory.env.js';

await bootDirectory(loadConfig(DirectoryEnv));
