import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../session/session.guard.js';
import { WebFiles } from './web-files.js';

/** The extranet: files as they are, and every other address is one of its screens. */
@ApiExcludeController()
@Public()
@Controller()
export class WebController {
  constructor(private readonly files: WebFiles) {}

  @Get('*')
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (!this.files.present || isNotAScreen(path)) throw new NotFoundException();
    await reply.sendFile(isFile(path) ? decodeURIComponent(path) : 'index.html');
  }
}

/** A file's name ends in a short kind; the address of a screen may end in an id with a dot in it. */
function isFile(path: string): boolean {
  return /\.[a-z0-9]{1,12}$/i.test(path.slice(path.lastIndexOf('/')));
}

function isNotAScreen(path: string): boolean {
  return /^\/(api|i|docs)(\/|$)/.test(path);
}
