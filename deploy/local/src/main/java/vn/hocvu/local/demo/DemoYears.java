package vn.hocvu.local.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import vn.hocvu.local.Installation;
import vn.hocvu.local.UsageError;

/**
 * Loads the reference training years through the public API, as the sample accounts. Every order carries a key of its
 * own, so a second run adds nothing and an interrupted one goes on where it stopped.
 */
public final class DemoYears {
    /** Classes worked on at the same time: more than the cores, because most of the time is waiting for policies. */
    private static final int AT_ONCE = 6;
    /** What a step without learners weighs beside one learner. */
    private static final int STEP = 10;

    private final Installation installation;
    private final PrintStream out;

    public DemoYears(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    /**
     * From nothing, or from wherever an earlier run stopped, to the published figures.
     *
     * @throws UsageError when a service refuses something, with its words
     */
    public void load() throws InterruptedException {
        if (installation.replaced("HOCVU_OIDC_ISSUER").isPresent()) {
            throw new UsageError("--demo signs in as sample accounts, but HOCVU_OIDC_ISSUER replaces their provider");
        }
        var years = ReferenceYears.read();
        out.println("Loading the reference training years 2019-2021");
        try (var api = new Api(installation)) {
            var progress = new Progress(out, work(years), Boolean.getBoolean("hocvu.terminal"));
            var classes = new ClassRun(api, years);
            plan(api, years, 2019, progress);
            all(years.opened(2019), one -> {
                classes.open(one);
                progress.advance(one.learners(), one.code());
            });
            new PlanYear(api, years, 2019).close();
            progress.advance(STEP, "2019");
            plan(api, years, 2020, progress);
            var jobs = new ArrayList<Runnable>();
            for (var one : years.opened(2020)) {
                jobs.add(() -> {
                    classes.open(one);
                    progress.advance(one.learners(), one.code());
                    classes.end(one);
                    if (one.ended() != null) progress.advance(one.learners(), one.code());
                });
            }
            for (var one : years.opened(2019)) {
                if (one.ended() == null) continue;
                jobs.add(() -> {
                    classes.end(one);
                    progress.advance(one.learners(), one.code());
                });
            }
            for (var one : years.cancelled()) {
                jobs.add(() -> {
                    classes.cancel(one);
                    progress.advance(one.enrolled(), one.code());
                });
            }
            all(jobs, Runnable::run);
            var year = new PlanYear(api, years, 2020);
            year.giveUp(ReferenceYears.UNFULFILLED_ITEM);
            year.close();
            progress.advance(STEP, "2020");
            plan(api, years, 2021, progress);
            offPlan(api, years, 2021, progress);
            var figures = new PublishedFigures(api, years);
            for (var figure : years.figures()) {
                figures.publish(figure);
                progress.advance(STEP, figure.figure());
            }
        }
    }

    private static void plan(Api api, ReferenceYears years, int year, Progress progress) {
        new PlanYear(api, years, year).allocate();
        progress.advance((long) STEP * years.items(year).size(), Integer.toString(year));
        var amendments = new AmendmentRun(api, years);
        for (var one : years.amendments(year)) {
            amendments.amend(one);
            progress.advance(STEP, one.amendment());
        }
    }

    private static void offPlan(Api api, ReferenceYears years, int year, Progress progress) {
        var requests = new OffPlanRun(api);
        var number = 0;
        for (var one : years.offPlan(year)) {
            requests.run(one, ++number);
            progress.advance(STEP, "off-plan " + one.request());
        }
    }

    private static long work(ReferenceYears years) {
        var work = 2L * STEP;
        work += (long) STEP * (years.items().size() + years.figures().size());
        work += (long) STEP * (years.amendments().size() + years.offPlan().size());
        for (var one : years.classes()) work += one.ended() == null ? one.learners() : 2L * one.learners();
        for (var one : years.cancelled()) work += one.enrolled();
        return work;
    }

    /** Does all of it, several at once; the first failure stops the rest. */
    private static <T> void all(List<T> things, Consumer<T> work) throws InterruptedException {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            for (var thing : things) running.add(workers.submit(() -> work.accept(thing)));
            try {
                for (var one : running) one.get();
            } catch (ExecutionException e) {
                workers.shutdownNow();
                if (e.getCause() instanceof RuntimeException refused) throw refused;
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                workers.shutdownNow();
                throw e;
            }
        }
    }
}
