package studio.sinopia.export;

import studio.sinopia.document.Document;
import studio.sinopia.recipe.Request;

/**
 * What a person is working on.
 *
 * @param document what is drawn
 * @param request what is asked for beside it
 */
public record Project(Document document, Request request) {}
