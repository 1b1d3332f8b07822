-- Every read asks for the verdicts on an article, of whatever kind.
create index reviews_verdict_of_article on reviews_verdict (article_id);
drop index reviews_verdict_article;
