// Tests use the English messages, all loaded at the start.
import * as english from './en';
import { setMessages } from '.';

setMessages(english);

// The API's client addresses the server by the page's origin.
globalThis.location ??= new URL('http://localhost/') as unknown as Location;
