-- Nobody asked for an edition by the words of its text: the column and its index cost each edition space and time.

alter table articles_edition drop column search cascade;  -- what the gate says of it is built anew with the gate
