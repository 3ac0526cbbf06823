// The tests read English, all of it from the start.
import * as english from './en';
import { setMessages } from '.';

setMessages(english);
