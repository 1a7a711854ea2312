/** A path of a link page, and what people and mail programs copy along with it: a full stop, a bracket, a space. */
const WITH_TAIL = /^(?<page>\/i\/[\w-]+)(?:[.,;:!)>\]'"/]|%[\da-f]{2})+(?=\?|$)/i;

/** The address of a link page as it was sent: what was copied behind it still opens it. Others stay as they are. */
export const asSent = (url: string): string => url.replace(WITH_TAIL, '$<page>');
