package dev.vesper.local.demo;

/** Answers the requests of one method and path. */
interface Endpoint {
    void answer(Call call) throws Exception;
}
