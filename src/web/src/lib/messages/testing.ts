// The tests read English, all of it from the start.
import * as english from './en';
import { show } from '.';

show(english);
