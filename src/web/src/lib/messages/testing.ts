// Tests use the English messages, all loaded at the start.
import * as english from './en';
import { setMessages } from '.';

setMessages(english);
